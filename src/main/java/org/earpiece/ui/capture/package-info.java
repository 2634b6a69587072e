/** What opens, starts, stops and saves captures, and the row of tools for it. */
package org.earpiece.ui.capture;
