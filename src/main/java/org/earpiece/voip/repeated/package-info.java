/** Messages that came before. */
package org.earpiece.voip.repeated;
