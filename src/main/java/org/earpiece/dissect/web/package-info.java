/** HTTP/1 as far as an upgrade needs it, and WebSocket. */
package org.earpiece.dissect.web;
