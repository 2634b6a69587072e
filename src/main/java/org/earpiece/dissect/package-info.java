/** Wire formats: the hot loop, the tables that lead from layer to layer, and the detail tree. */
package org.earpiece.dissect;
