/** A demonstration network that makes real frames as time passes. */
package org.earpiece.capture.demo;
