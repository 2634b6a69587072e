/** The offers and answers of a call side by side. */
package org.earpiece.ui.sdp;
