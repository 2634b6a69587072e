/** Which calls are legs of one conversation: because their headers say so, or by evidence. */
package org.earpiece.voip.correlation;
