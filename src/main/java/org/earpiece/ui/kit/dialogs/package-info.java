/** How dialogs come on screen. */
@org.jspecify.annotations.NullMarked
package org.earpiece.ui.kit.dialogs;
