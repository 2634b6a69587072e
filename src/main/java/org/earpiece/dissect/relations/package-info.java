/** What packets say of one another: conversations, requests and responses, announced media. */
package org.earpiece.dissect.relations;
