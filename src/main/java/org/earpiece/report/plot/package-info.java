/** Plots: lines over time and bars, drawn once for the window and for files. */
package org.earpiece.report.plot;
