/** What two hosts say to each other, from the first byte on. */
package org.earpiece.session.follow;
