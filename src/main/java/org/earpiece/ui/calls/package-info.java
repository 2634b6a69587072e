/** The list of calls. */
package org.earpiece.ui.calls;
