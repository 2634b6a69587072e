/** Payload to sound. */
package org.earpiece.media;
