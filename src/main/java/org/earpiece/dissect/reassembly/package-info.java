/** Puts together what the network cut: datagrams from fragments, messages from segments. */
package org.earpiece.dissect.reassembly;
