/** Hearing and seeing the sound of a call. */
package org.earpiece.ui.audio;
