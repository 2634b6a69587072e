/** Threads and life cycles. */
package org.earpiece.session;
