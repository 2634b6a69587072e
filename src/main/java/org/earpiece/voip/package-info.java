/** Calls, streams and their quality. */
package org.earpiece.voip;
