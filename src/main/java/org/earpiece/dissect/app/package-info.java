/** Applications that calls lean on: names, addresses, ways through NATs. */
package org.earpiece.dissect.app;
