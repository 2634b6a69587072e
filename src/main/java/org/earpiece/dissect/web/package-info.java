/** HTTP/1 as far as an upgrade to WebSocket needs it. */
package org.earpiece.dissect.web;
