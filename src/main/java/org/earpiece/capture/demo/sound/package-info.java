/** The sounds of the demonstration network: voices, tones, music. */
package org.earpiece.capture.demo.sound;
