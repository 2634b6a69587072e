/** The ladder diagram of calls: who takes part, and what went from whom to whom. */
package org.earpiece.voip.ladder;
