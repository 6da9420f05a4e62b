/** A small chat application. */
package com.example.chat;
