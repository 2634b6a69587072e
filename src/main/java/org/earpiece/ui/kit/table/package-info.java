/** The one table of all lists: a canvas body that is as quick with ten million rows as with ten. */
package org.earpiece.ui.kit.table;
