/** The quality of streams over time. */
package org.earpiece.ui.quality;
