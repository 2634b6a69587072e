/** Network layers. */
package org.earpiece.dissect.net;
