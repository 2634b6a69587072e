/** The lists of registrations, and of subscriptions and publications. */
package org.earpiece.ui.registrations;
