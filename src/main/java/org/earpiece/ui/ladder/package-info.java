/** The ladder diagram of calls. */
package org.earpiece.ui.ladder;
