/** The window. */
package org.earpiece.ui;
