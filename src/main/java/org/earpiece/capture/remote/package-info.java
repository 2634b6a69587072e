/** Frames that other programs send: standard input. */
package org.earpiece.capture.remote;
