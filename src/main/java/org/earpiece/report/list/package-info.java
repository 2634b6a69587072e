/** Lists on paper. */
package org.earpiece.report.list;
