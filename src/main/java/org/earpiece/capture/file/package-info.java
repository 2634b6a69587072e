/** Capture files: pcap and pcapng, read in place and written. */
package org.earpiece.capture.file;
