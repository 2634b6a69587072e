/**
 * TLS and DTLS: what can be read of their records, and the decryption of TLS by secrets that the
 * user has.
 */
package org.earpiece.dissect.tls;
