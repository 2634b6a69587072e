/** Display filters in Wireshark's language. */
package org.earpiece.filter;
