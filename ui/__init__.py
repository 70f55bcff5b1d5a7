"""All that is shown: a folder for each page, and what pages share."""
