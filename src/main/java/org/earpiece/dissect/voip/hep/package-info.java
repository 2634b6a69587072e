/** HEP, the encapsulation that capture agents send packets in. */
package org.earpiece.dissect.voip.hep;
