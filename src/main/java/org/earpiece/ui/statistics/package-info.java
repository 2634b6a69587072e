/** What packets are in sum, as a table and as a picture. */
package org.earpiece.ui.statistics;
