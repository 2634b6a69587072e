/** The packets kept: index, spool, and reading a frame again. */
package org.earpiece.store;
