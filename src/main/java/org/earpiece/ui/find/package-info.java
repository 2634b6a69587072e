/** Finding packets. */
package org.earpiece.ui.find;
