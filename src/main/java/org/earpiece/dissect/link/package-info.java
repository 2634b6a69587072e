/** Link layers. */
package org.earpiece.dissect.link;
