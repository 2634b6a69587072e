/** Ladders and tables, drawn once and written as SVG, PDF, PNG, text, CSV and JSON. */
package org.earpiece.report;
