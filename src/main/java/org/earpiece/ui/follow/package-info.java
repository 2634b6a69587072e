/** Shows what two hosts say to each other. */
package org.earpiece.ui.follow;
