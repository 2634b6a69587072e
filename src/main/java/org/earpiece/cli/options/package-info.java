/**
 * Options that several commands share, and what they choose: a capture, limits, a format, a call.
 */
package org.earpiece.cli.options;
