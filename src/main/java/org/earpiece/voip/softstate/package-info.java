/** What registrations, subscriptions and publications have in common: they lapse unless renewed. */
package org.earpiece.voip.softstate;
