/** What stands in the records of TLS: the numbers of types and versions. */
package org.earpiece.dissect.tls.wire;
