print("caveat")
