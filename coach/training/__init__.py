"""What is learned from the project's own labelled sentences, made anew with the extra ``train``; nothing here runs with the coach."""
