/** What is drawn or listed once and written in many formats. */
package org.earpiece.report;
