/** Where frames come from. */
package org.earpiece.capture;
