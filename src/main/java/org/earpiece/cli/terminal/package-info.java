/**
 * What a command talks to: the streams of the process, its exit codes, and the wait for a session.
 */
package org.earpiece.cli.terminal;
