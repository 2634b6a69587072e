/** The commands. */
package org.earpiece.cli;
