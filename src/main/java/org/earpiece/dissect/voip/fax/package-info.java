/** Fax over IP (ITU-T T.38). */
package org.earpiece.dissect.voip.fax;
