/** What the list of packets asks of a session: values for columns, and its order. */
package org.earpiece.session.listing;
