/** Preferences. */
package org.earpiece.settings;
