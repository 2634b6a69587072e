/** Plays the sound of calls. */
package org.earpiece.session.playback;
