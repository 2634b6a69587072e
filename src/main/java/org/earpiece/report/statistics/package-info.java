/** What packets are in sum: by protocol, by who talks to whom, by length, by SIP message. */
package org.earpiece.report.statistics;
