/** MGCP, by which a call agent controls media gateways. */
package org.earpiece.dissect.voip.mgcp;
