/** The page before a capture is open. */
package org.earpiece.ui.welcome;
